package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a user chooses about a vault and may read back (tables 4-153 and 4-154), defaults already
 * filled in at the edge.
 *
 * @param sizeGb capacity in gigabytes
 * @param backupNamePrefix null when none
 * @param bindRuleTags tags of the automatic association rule; empty when none
 * @param threshold percentage of use that triggers a notification, 1 to 100
 * @param availabilityZone kept and returned; null when none, and absent on the wire then
 */
public record VaultSettings(
    String name,
    String description,
    String objectType,
    String protectType,
    String consistentLevel,
    String cloudType,
    String chargingMode,
    int sizeGb,
    boolean multiAz,
    boolean autoBind,
    List<Tag> bindRuleTags,
    boolean autoExpand,
    int threshold,
    boolean smnNotify,
    boolean demandBilling,
    boolean locked,
    String backupNamePrefix,
    String enterpriseProjectId,
    String sysLockSourceService,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String availabilityZone) {}
