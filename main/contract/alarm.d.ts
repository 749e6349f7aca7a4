import { z } from 'zod';
/** `assist`: come and help me. `emergency`: I am in danger. */
export declare const alarmLevelSchema: z.ZodEnum<{
    assist: "assist";
    emergency: "emergency";
}>;
export declare const alarmKindSchema: z.ZodEnum<{
    drill: "drill";
    real: "real";
    test: "test";
}>;
export declare const alarmStateSchema: z.ZodEnum<{
    acknowledged: "acknowledged";
    closed: "closed";
    "on-scene": "on-scene";
    raised: "raised";
    received: "received";
}>;
export declare const closeReasonSchema: z.ZodEnum<{
    drill: "drill";
    "false-alarm": "false-alarm";
    resolved: "resolved";
}>;
/** What the person did: a HID device, a keyboard key, the on-screen spot, the command line, a missed check-in. */
export declare const triggerSourceSchema: z.ZodEnum<{
    "check-in": "check-in";
    command: "command";
    device: "device";
    key: "key";
    spot: "spot";
}>;
export declare const staffReferenceSchema: z.ZodObject<{
    id: z.ZodUUID;
    name: z.ZodString;
}, z.core.$strict>;
/** A step in the life of an alarm, for timelines. Oldest first. */
export declare const alarmMomentSchema: z.ZodObject<{
    at: z.ZodISODateTime;
    what: z.ZodEnum<{
        acknowledged: "acknowledged";
        arrived: "arrived";
        closed: "closed";
        raised: "raised";
        "raised-to-emergency": "raised-to-emergency";
        received: "received";
    }>;
    station: z.ZodString;
    staff: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
export declare const alarmSchema: z.ZodObject<{
    id: z.ZodUUID;
    level: z.ZodEnum<{
        assist: "assist";
        emergency: "emergency";
    }>;
    kind: z.ZodEnum<{
        drill: "drill";
        real: "real";
        test: "test";
    }>;
    state: z.ZodEnum<{
        acknowledged: "acknowledged";
        closed: "closed";
        "on-scene": "on-scene";
        raised: "raised";
        received: "received";
    }>;
    station: z.ZodString;
    stationId: z.ZodString;
    place: z.ZodString;
    staff: z.ZodNullable<z.ZodObject<{
        id: z.ZodUUID;
        name: z.ZodString;
    }, z.core.$strict>>;
    source: z.ZodEnum<{
        "check-in": "check-in";
        command: "command";
        device: "device";
        key: "key";
        spot: "spot";
    }>;
    raisedAt: z.ZodISODateTime;
    receivedBy: z.ZodArray<z.ZodString>;
    acknowledgedBy: z.ZodArray<z.ZodString>;
    acknowledgements: z.ZodArray<z.ZodObject<{
        station: z.ZodString;
        stationId: z.ZodString;
        staff: z.ZodNullable<z.ZodString>;
        at: z.ZodISODateTime;
        arrivedAt: z.ZodNullable<z.ZodISODateTime>;
    }, z.core.$strip>>;
    closedAt: z.ZodNullable<z.ZodISODateTime>;
    closedBy: z.ZodNullable<z.ZodObject<{
        station: z.ZodString;
        staff: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    closeReason: z.ZodNullable<z.ZodEnum<{
        drill: "drill";
        "false-alarm": "false-alarm";
        resolved: "resolved";
    }>>;
    closeNote: z.ZodString;
    timeline: z.ZodArray<z.ZodObject<{
        at: z.ZodISODateTime;
        what: z.ZodEnum<{
            acknowledged: "acknowledged";
            arrived: "arrived";
            closed: "closed";
            raised: "raised";
            "raised-to-emergency": "raised-to-emergency";
            received: "received";
        }>;
        station: z.ZodString;
        staff: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type AlarmLevel = z.infer<typeof alarmLevelSchema>;
export type AlarmKind = z.infer<typeof alarmKindSchema>;
export type AlarmState = z.infer<typeof alarmStateSchema>;
export type CloseReason = z.infer<typeof closeReasonSchema>;
export type TriggerSource = z.infer<typeof triggerSourceSchema>;
export type StaffReference = z.infer<typeof staffReferenceSchema>;
export type AlarmMoment = z.infer<typeof alarmMomentSchema>;
export type Alarm = z.infer<typeof alarmSchema>;
/** A press as it comes in at the edge. The same `id` twice is one press. */
export declare const pressSchema: z.ZodObject<{
    id: z.ZodUUID;
    level: z.ZodEnum<{
        assist: "assist";
        emergency: "emergency";
    }>;
    kind: z.ZodDefault<z.ZodEnum<{
        drill: "drill";
        real: "real";
        test: "test";
    }>>;
    source: z.ZodEnum<{
        "check-in": "check-in";
        command: "command";
        device: "device";
        key: "key";
        spot: "spot";
    }>;
}, z.core.$strict>;
export type Press = z.output<typeof pressSchema>;
export declare const closeAlarmSchema: z.ZodObject<{
    alarm: z.ZodUUID;
    reason: z.ZodDefault<z.ZodEnum<{
        drill: "drill";
        "false-alarm": "false-alarm";
        resolved: "resolved";
    }>>;
    note: z.ZodDefault<z.ZodString>;
    pin: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
