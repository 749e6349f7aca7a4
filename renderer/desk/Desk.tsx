export const Desk = () => null;
