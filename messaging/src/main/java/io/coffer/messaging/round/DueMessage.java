package io.coffer.messaging.round;

import io.coffer.contracts.Message;
import java.util.UUID;

/**
 * What a service tells itself about something that is due.
 *
 * @param id made of what was seen, so that it is handled once, whoever tells it how often
 * @param project in whose turn it is handled
 */
public record DueMessage(UUID id, String type, String project, Message message) {}
