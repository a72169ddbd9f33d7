package io.coffer.cli.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Whether a service's store is what its topics say.
 *
 * @param records how many events were folded
 * @param tables of the live store
 */
record ReplayResult(
    String service,
    boolean equal,
    long records,
    List<CanonicalDump.Table> tables,
    @JsonProperty("live_sha256") String liveSha256,
    @JsonProperty("replay_sha256") String replaySha256) {}
