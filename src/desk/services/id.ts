import {z} from "zod";

/** Whether it can be the id of a row. */
export const isId = (id: string): boolean => z.uuid().safeParse(id).success;
