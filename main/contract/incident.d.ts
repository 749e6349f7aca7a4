import { z } from 'zod';
export declare const involvedSchema: z.ZodObject<{
    role: z.ZodEnum<{
        customer: "customer";
        other: "other";
        security: "security";
        staff: "staff";
        witness: "witness";
    }>;
    description: z.ZodString;
}, z.core.$strict>;
/** Outside support that was called, as the seed lists it. */
export declare const callSchema: z.ZodObject<{
    service: z.ZodEnum<{
        ambulance: "ambulance";
        family: "family";
        fire: "fire";
        minister: "minister";
        other: "other";
        police: "police";
        security: "security";
        "social-worker": "social-worker";
    }>;
    reference: z.ZodDefault<z.ZodString>;
    at: z.ZodDefault<z.ZodString>;
}, z.core.$strict>;
/**
 * What staff write. Only the title is demanded, so that a record can be begun in a hurry;
 * everything else may be empty.
 */
export declare const incidentReportSchema: z.ZodObject<{
    title: z.ZodString;
    occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
    place: z.ZodDefault<z.ZodString>;
    involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
        role: z.ZodEnum<{
            customer: "customer";
            other: "other";
            security: "security";
            staff: "staff";
            witness: "witness";
        }>;
        description: z.ZodString;
    }, z.core.$strict>>>;
    account: z.ZodDefault<z.ZodString>;
    actions: z.ZodDefault<z.ZodString>;
    injuries: z.ZodDefault<z.ZodString>;
    damage: z.ZodDefault<z.ZodString>;
    calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
        service: z.ZodEnum<{
            ambulance: "ambulance";
            family: "family";
            fire: "fire";
            minister: "minister";
            other: "other";
            police: "police";
            security: "security";
            "social-worker": "social-worker";
        }>;
        reference: z.ZodDefault<z.ZodString>;
        at: z.ZodDefault<z.ZodString>;
    }, z.core.$strict>>>;
    securityStayed: z.ZodDefault<z.ZodEnum<{
        no: "no";
        "not-applicable": "not-applicable";
        unknown: "unknown";
        yes: "yes";
    }>>;
    outcome: z.ZodDefault<z.ZodString>;
    followUp: z.ZodDefault<z.ZodString>;
}, z.core.$strict>;
/** A draft holds anything that was typed so far; it stays on this station and is no part of the ledger. */
export declare const incidentDraftSchema: z.ZodObject<{
    id: z.ZodUUID;
    alarm: z.ZodNullable<z.ZodUUID>;
    report: z.ZodObject<{
        occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
        place: z.ZodDefault<z.ZodString>;
        involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
            role: z.ZodEnum<{
                customer: "customer";
                other: "other";
                security: "security";
                staff: "staff";
                witness: "witness";
            }>;
            description: z.ZodString;
        }, z.core.$strict>>>;
        account: z.ZodDefault<z.ZodString>;
        actions: z.ZodDefault<z.ZodString>;
        injuries: z.ZodDefault<z.ZodString>;
        damage: z.ZodDefault<z.ZodString>;
        calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
            service: z.ZodEnum<{
                ambulance: "ambulance";
                family: "family";
                fire: "fire";
                minister: "minister";
                other: "other";
                police: "police";
                security: "security";
                "social-worker": "social-worker";
            }>;
            reference: z.ZodDefault<z.ZodString>;
            at: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>>;
        securityStayed: z.ZodDefault<z.ZodEnum<{
            no: "no";
            "not-applicable": "not-applicable";
            unknown: "unknown";
            yes: "yes";
        }>>;
        outcome: z.ZodDefault<z.ZodString>;
        followUp: z.ZodDefault<z.ZodString>;
        title: z.ZodString;
    }, z.core.$strict>;
    savedAt: z.ZodISODateTime;
}, z.core.$strip>;
/** The file format of `quietbell file FILE.json`: a report, with an identity if it is to be safe to file it twice. */
export declare const incidentFileSchema: z.ZodObject<{
    title: z.ZodString;
    occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
    place: z.ZodDefault<z.ZodString>;
    involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
        role: z.ZodEnum<{
            customer: "customer";
            other: "other";
            security: "security";
            staff: "staff";
            witness: "witness";
        }>;
        description: z.ZodString;
    }, z.core.$strict>>>;
    account: z.ZodDefault<z.ZodString>;
    actions: z.ZodDefault<z.ZodString>;
    injuries: z.ZodDefault<z.ZodString>;
    damage: z.ZodDefault<z.ZodString>;
    calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
        service: z.ZodEnum<{
            ambulance: "ambulance";
            family: "family";
            fire: "fire";
            minister: "minister";
            other: "other";
            police: "police";
            security: "security";
            "social-worker": "social-worker";
        }>;
        reference: z.ZodDefault<z.ZodString>;
        at: z.ZodDefault<z.ZodString>;
    }, z.core.$strict>>>;
    securityStayed: z.ZodDefault<z.ZodEnum<{
        no: "no";
        "not-applicable": "not-applicable";
        unknown: "unknown";
        yes: "yes";
    }>>;
    outcome: z.ZodDefault<z.ZodString>;
    followUp: z.ZodDefault<z.ZodString>;
    id: z.ZodOptional<z.ZodUUID>;
    alarm: z.ZodDefault<z.ZodNullable<z.ZodUUID>>;
}, z.core.$strict>;
export declare const amendmentSchema: z.ZodObject<{
    at: z.ZodISODateTime;
    station: z.ZodString;
    staff: z.ZodNullable<z.ZodString>;
    text: z.ZodString;
}, z.core.$strip>;
export declare const incidentSummarySchema: z.ZodObject<{
    id: z.ZodUUID;
    title: z.ZodString;
    station: z.ZodString;
    staff: z.ZodNullable<z.ZodString>;
    filedAt: z.ZodISODateTime;
    occurredAt: z.ZodNullable<z.ZodISODateTime>;
    place: z.ZodString;
    alarm: z.ZodNullable<z.ZodUUID>;
    amendments: z.ZodInt;
}, z.core.$strip>;
export declare const incidentSchema: z.ZodObject<{
    id: z.ZodUUID;
    title: z.ZodString;
    station: z.ZodString;
    staff: z.ZodNullable<z.ZodString>;
    filedAt: z.ZodISODateTime;
    occurredAt: z.ZodNullable<z.ZodISODateTime>;
    place: z.ZodString;
    alarm: z.ZodNullable<z.ZodUUID>;
    report: z.ZodObject<{
        title: z.ZodString;
        occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
        place: z.ZodDefault<z.ZodString>;
        involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
            role: z.ZodEnum<{
                customer: "customer";
                other: "other";
                security: "security";
                staff: "staff";
                witness: "witness";
            }>;
            description: z.ZodString;
        }, z.core.$strict>>>;
        account: z.ZodDefault<z.ZodString>;
        actions: z.ZodDefault<z.ZodString>;
        injuries: z.ZodDefault<z.ZodString>;
        damage: z.ZodDefault<z.ZodString>;
        calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
            service: z.ZodEnum<{
                ambulance: "ambulance";
                family: "family";
                fire: "fire";
                minister: "minister";
                other: "other";
                police: "police";
                security: "security";
                "social-worker": "social-worker";
            }>;
            reference: z.ZodDefault<z.ZodString>;
            at: z.ZodDefault<z.ZodString>;
        }, z.core.$strict>>>;
        securityStayed: z.ZodDefault<z.ZodEnum<{
            no: "no";
            "not-applicable": "not-applicable";
            unknown: "unknown";
            yes: "yes";
        }>>;
        outcome: z.ZodDefault<z.ZodString>;
        followUp: z.ZodDefault<z.ZodString>;
    }, z.core.$strict>;
    amendments: z.ZodArray<z.ZodObject<{
        at: z.ZodISODateTime;
        station: z.ZodString;
        staff: z.ZodNullable<z.ZodString>;
        text: z.ZodString;
    }, z.core.$strip>>;
    origin: z.ZodObject<{
        alarm: z.ZodNullable<z.ZodObject<{
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
        }, z.core.$strip>>;
        runs: z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            procedure: z.ZodString;
            version: z.ZodInt;
            alarm: z.ZodNullable<z.ZodUUID>;
            station: z.ZodString;
            startedAt: z.ZodISODateTime;
            ticks: z.ZodArray<z.ZodObject<{
                step: z.ZodString;
                at: z.ZodISODateTime;
            }, z.core.$strip>>;
            answers: z.ZodArray<z.ZodObject<{
                question: z.ZodString;
                answer: z.ZodString;
                at: z.ZodISODateTime;
            }, z.core.$strip>>;
            endedAt: z.ZodNullable<z.ZodISODateTime>;
        }, z.core.$strip>>;
    }, z.core.$strip>;
}, z.core.$strip>;
export type IncidentReport = z.output<typeof incidentReportSchema>;
export type IncidentDraft = z.output<typeof incidentDraftSchema>;
export type IncidentFile = z.output<typeof incidentFileSchema>;
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
