import { z } from 'zod';
export declare const roleSchema: z.ZodEnum<{
    administrator: "administrator";
    desk: "desk";
    supervisor: "supervisor";
}>;
export type Role = z.infer<typeof roleSchema>;
export declare const staffSchema: z.ZodObject<{
    id: z.ZodUUID;
    name: z.ZodString;
    role: z.ZodEnum<{
        administrator: "administrator";
        desk: "desk";
        supervisor: "supervisor";
    }>;
}, z.core.$strip>;
export type Staff = z.infer<typeof staffSchema>;
export declare const newStaffSchema: z.ZodObject<{
    name: z.ZodString;
    role: z.ZodEnum<{
        administrator: "administrator";
        desk: "desk";
        supervisor: "supervisor";
    }>;
    pin: z.ZodString;
}, z.core.$strict>;
/** Who is signed in at this window; null when nobody is. Triggers work either way. */
export declare const sessionSchema: z.ZodObject<{
    staff: z.ZodNullable<z.ZodObject<{
        id: z.ZodUUID;
        name: z.ZodString;
        role: z.ZodEnum<{
            administrator: "administrator";
            desk: "desk";
            supervisor: "supervisor";
        }>;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type Session = z.infer<typeof sessionSchema>;
