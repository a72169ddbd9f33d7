package io.coffer.contracts;

/**
 * Whatever rides a topic. Every concrete message is a record with a {@link WireName}; the first id
 * in it is that of what it is about.
 */
public interface Message {}
