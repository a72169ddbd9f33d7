package io.coffer.gateway.identity;

import java.time.Instant;
import java.util.List;

/** What a token says. The text that the client holds is not part of it. */
public record Token(
    Account account, Scope scope, List<String> methods, Instant issuedAt, Instant expiresAt) {}
