package io.coffer.contracts;

/** A fact, named in the past tense. A store is the fold of its events. */
public interface Event extends Message {}
