package io.coffer.contracts;

/** A wish, named in the imperative. Its owner decides it and answers with exactly one outcome. */
public interface Command extends Message {}
