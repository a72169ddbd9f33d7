package io.coffer.messaging.dispatch;

import java.util.UUID;

/** What is written into the inbox before anything else of a message. */
record InboxRow(UUID id, String project, String topic, String sha256) {}
