package io.coffer.cli.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Whether a service's store is what its topics say.
 *
 * @param records how many events were folded
 * @param passedOver how many records of the topics are no events, or not this service's to fold
 * @param tables of the live store
 */
record ReplayResult(
    String service,
    boolean equal,
    long records,
    @JsonProperty("passed_over") long passedOver,
    List<CanonicalDump.Table> tables,
    @JsonProperty("live_sha256") String liveSha256,
    @JsonProperty("replay_sha256") String replaySha256) {}
