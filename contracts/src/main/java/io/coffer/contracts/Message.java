package io.coffer.contracts;

/** Whatever rides a topic. Every concrete message is a record listed in {@link Catalogue}. */
public interface Message {}
