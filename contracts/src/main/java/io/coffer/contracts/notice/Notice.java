package io.coffer.contracts.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that people want to be told. Its id tells receivers what they have heard before.
 *
 * @param type one of {@link NoticeType}
 * @param vaultId what it is about; null for what is about no vault
 * @param summary one sentence for people
 * @param data what else is known, in the words of the API
 */
public record Notice(
    UUID id,
    String type,
    @JsonInclude(JsonInclude.Include.NON_NULL) UUID vaultId,
    String summary,
    JsonNode data,
    Instant at) {}
