package io.coffer.vault.vault;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.owner.time.WireTime;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceView;
import java.util.List;
import java.util.UUID;

/** A vault on the wire (tables 4-161 and 4-171), with all that was given when it was created. */
@JsonNaming(SnakeCaseStrategy.class)
public record VaultView(
    UUID id,
    String name,
    String description,
    String projectId,
    String providerId,
    String enterpriseProjectId,
    String userId,
    String createdAt,
    String updatedAt,
    boolean autoBind,
    BindRules bindRules,
    boolean autoExpand,
    boolean smnNotify,
    int threshold,
    String backupNamePrefix,
    boolean demandBilling,
    int cbcDeleteCount,
    boolean frozen,
    boolean locked,
    String sysLockSourceService,
    String availabilityZone,
    List<Tag> tags,
    List<ResourceView> resources,
    BillingView billing) {

  /** Null tags make it an empty object. */
  record BindRules(List<Tag> tags) {}

  /** The only element of an answer. */
  record One(VaultView vault) {}

  static VaultView of(VaultRow row, List<ResourceRow> resources) {
    VaultSettings chosen = row.settings;
    return new VaultView(
        row.id,
        chosen.name(),
        chosen.description() == null ? "" : chosen.description(),
        row.projectId,
        row.providerId(),
        chosen.enterpriseProjectId(),
        row.userId,
        WireTime.offset(row.createdAt),
        WireTime.offset(row.updatedAt),
        chosen.autoBind(),
        new BindRules(chosen.bindRuleTags().isEmpty() ? null : chosen.bindRuleTags()),
        chosen.autoExpand(),
        chosen.smnNotify(),
        chosen.threshold(),
        chosen.backupNamePrefix(),
        chosen.demandBilling(),
        0,
        row.status == VaultStatus.frozen,
        chosen.locked(),
        chosen.sysLockSourceService(),
        chosen.availabilityZone(),
        row.tags,
        resources.stream().map(ResourceView::of).toList(),
        BillingView.of(row, resources));
  }
}
