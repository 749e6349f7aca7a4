import { z } from 'zod';
/**
 * How a device is found again after it was unplugged: USB ids and HID usage, and then the serial number,
 * or, for the many that have none, the port it hangs on.
 */
export declare const deviceMatchSchema: z.ZodObject<{
    vendorId: z.ZodInt;
    productId: z.ZodInt;
    usagePage: z.ZodNullable<z.ZodInt>;
    usage: z.ZodNullable<z.ZodInt>;
    interface: z.ZodInt;
    serialNumber: z.ZodNullable<z.ZodString>;
    portPath: z.ZodNullable<z.ZodString>;
}, z.core.$strict>;
/**
 * One input element of a device: some bits of one byte of one kind of report.
 * Pressed means `(report[byte] & mask) === value`. `reportId` 0 stands for a device without numbered reports;
 * `byte` counts from 0 in the report as node-hid delivers it (with a numbered report, byte 0 is its id).
 */
export declare const elementSchema: z.ZodObject<{
    reportId: z.ZodInt;
    byte: z.ZodInt;
    mask: z.ZodInt;
    value: z.ZodInt;
}, z.core.$strict>;
/** A keyboard key by its `KeyboardEvent.code`, with modifiers. */
export declare const keyTriggerSchema: z.ZodObject<{
    code: z.ZodString;
    ctrl: z.ZodDefault<z.ZodBoolean>;
    alt: z.ZodDefault<z.ZodBoolean>;
    shift: z.ZodDefault<z.ZodBoolean>;
}, z.core.$strict>;
export declare const triggerSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    type: z.ZodLiteral<"device">;
    device: z.ZodObject<{
        vendorId: z.ZodInt;
        productId: z.ZodInt;
        usagePage: z.ZodNullable<z.ZodInt>;
        usage: z.ZodNullable<z.ZodInt>;
        interface: z.ZodInt;
        serialNumber: z.ZodNullable<z.ZodString>;
        portPath: z.ZodNullable<z.ZodString>;
    }, z.core.$strict>;
    element: z.ZodObject<{
        reportId: z.ZodInt;
        byte: z.ZodInt;
        mask: z.ZodInt;
        value: z.ZodInt;
    }, z.core.$strict>;
    name: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"key">;
    key: z.ZodObject<{
        code: z.ZodString;
        ctrl: z.ZodDefault<z.ZodBoolean>;
        alt: z.ZodDefault<z.ZodBoolean>;
        shift: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    type: z.ZodLiteral<"spot">;
}, z.core.$strict>], "type">;
export declare const bindingSchema: z.ZodObject<{
    id: z.ZodUUID;
    trigger: z.ZodDiscriminatedUnion<[z.ZodObject<{
        type: z.ZodLiteral<"device">;
        device: z.ZodObject<{
            vendorId: z.ZodInt;
            productId: z.ZodInt;
            usagePage: z.ZodNullable<z.ZodInt>;
            usage: z.ZodNullable<z.ZodInt>;
            interface: z.ZodInt;
            serialNumber: z.ZodNullable<z.ZodString>;
            portPath: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>;
        element: z.ZodObject<{
            reportId: z.ZodInt;
            byte: z.ZodInt;
            mask: z.ZodInt;
            value: z.ZodInt;
        }, z.core.$strict>;
        name: z.ZodString;
    }, z.core.$strict>, z.ZodObject<{
        type: z.ZodLiteral<"key">;
        key: z.ZodObject<{
            code: z.ZodString;
            ctrl: z.ZodDefault<z.ZodBoolean>;
            alt: z.ZodDefault<z.ZodBoolean>;
            shift: z.ZodDefault<z.ZodBoolean>;
        }, z.core.$strict>;
    }, z.core.$strict>, z.ZodObject<{
        type: z.ZodLiteral<"spot">;
    }, z.core.$strict>], "type">;
    level: z.ZodEnum<{
        assist: "assist";
        emergency: "emergency";
    }>;
}, z.core.$strict>;
/** `absent`: bound, but not plugged in. `unreadable`: there, but it could not be opened; `hint` says why and what to do. */
export declare const deviceStateSchema: z.ZodEnum<{
    absent: "absent";
    ok: "ok";
    unreadable: "unreadable";
}>;
export declare const deviceSchema: z.ZodObject<{
    name: z.ZodString;
    profile: z.ZodNullable<z.ZodString>;
    match: z.ZodObject<{
        vendorId: z.ZodInt;
        productId: z.ZodInt;
        usagePage: z.ZodNullable<z.ZodInt>;
        usage: z.ZodNullable<z.ZodInt>;
        interface: z.ZodInt;
        serialNumber: z.ZodNullable<z.ZodString>;
        portPath: z.ZodNullable<z.ZodString>;
    }, z.core.$strict>;
    path: z.ZodNullable<z.ZodString>;
    state: z.ZodEnum<{
        absent: "absent";
        ok: "ok";
        unreadable: "unreadable";
    }>;
    bound: z.ZodBoolean;
    hint: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** What "press it now" saw: nothing yet, a press still held, or a finished press with the element that changed. */
export declare const captureSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    step: z.ZodLiteral<"waiting">;
    devices: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        profile: z.ZodNullable<z.ZodString>;
        match: z.ZodObject<{
            vendorId: z.ZodInt;
            productId: z.ZodInt;
            usagePage: z.ZodNullable<z.ZodInt>;
            usage: z.ZodNullable<z.ZodInt>;
            interface: z.ZodInt;
            serialNumber: z.ZodNullable<z.ZodString>;
            portPath: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>;
        path: z.ZodNullable<z.ZodString>;
        state: z.ZodEnum<{
            absent: "absent";
            ok: "ok";
            unreadable: "unreadable";
        }>;
        bound: z.ZodBoolean;
        hint: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
}, z.core.$strip>, z.ZodObject<{
    step: z.ZodLiteral<"pressed">;
    device: z.ZodObject<{
        name: z.ZodString;
        profile: z.ZodNullable<z.ZodString>;
        match: z.ZodObject<{
            vendorId: z.ZodInt;
            productId: z.ZodInt;
            usagePage: z.ZodNullable<z.ZodInt>;
            usage: z.ZodNullable<z.ZodInt>;
            interface: z.ZodInt;
            serialNumber: z.ZodNullable<z.ZodString>;
            portPath: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>;
        path: z.ZodNullable<z.ZodString>;
        state: z.ZodEnum<{
            absent: "absent";
            ok: "ok";
            unreadable: "unreadable";
        }>;
        bound: z.ZodBoolean;
        hint: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
}, z.core.$strip>, z.ZodObject<{
    step: z.ZodLiteral<"released">;
    device: z.ZodObject<{
        name: z.ZodString;
        profile: z.ZodNullable<z.ZodString>;
        match: z.ZodObject<{
            vendorId: z.ZodInt;
            productId: z.ZodInt;
            usagePage: z.ZodNullable<z.ZodInt>;
            usage: z.ZodNullable<z.ZodInt>;
            interface: z.ZodInt;
            serialNumber: z.ZodNullable<z.ZodString>;
            portPath: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>;
        path: z.ZodNullable<z.ZodString>;
        state: z.ZodEnum<{
            absent: "absent";
            ok: "ok";
            unreadable: "unreadable";
        }>;
        bound: z.ZodBoolean;
        hint: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>;
    element: z.ZodObject<{
        reportId: z.ZodInt;
        byte: z.ZodInt;
        mask: z.ZodInt;
        value: z.ZodInt;
    }, z.core.$strict>;
    name: z.ZodString;
}, z.core.$strip>], "step">;
export type DeviceMatch = z.infer<typeof deviceMatchSchema>;
export type Element = z.infer<typeof elementSchema>;
export type KeyTrigger = z.output<typeof keyTriggerSchema>;
export type Trigger = z.output<typeof triggerSchema>;
export type Binding = z.output<typeof bindingSchema>;
export type Device = z.infer<typeof deviceSchema>;
export type DeviceState = z.infer<typeof deviceStateSchema>;
export type Capture = z.infer<typeof captureSchema>;
