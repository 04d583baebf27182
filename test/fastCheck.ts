import fc from "fast-check";

// The same inputs each time, so that a run tells of the change and not of its luck; FC_SEED=$RANDOM
// looks for others.
fc.configureGlobal({seed: Number(process.env.FC_SEED ?? 20_261_124)});
