package io.coffer.worker.task;

/** Who held a task when a message was written. */
record Holder(String owner, long epoch) {}
