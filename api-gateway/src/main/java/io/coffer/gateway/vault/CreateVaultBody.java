package io.coffer.gateway.vault;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.request.NamedResource;
import java.util.List;
import java.util.UUID;

/** The body of POST /vaults (tables 4-153 and 4-154). */
record CreateVaultBody(Body vault, Body billing) {

  /** Refuses what is paid in advance, which the contract knows and nobody offers yet. */
  static CreateVaultBody of(Body body) {
    Body vault = body.object("vault");
    Body billing = vault.object("billing");
    if (vault.flag("demand_billing")) {
      throw ApiException.invalid(
          "vault.demand_billing may be true only for yearly/monthly vaults.");
    }
    if (billing.text("charging_mode").equals("pre_paid")) {
      throw ApiException.invalid(
          "vault.billing.charging_mode must be post_paid: pre_paid vaults are not offered here.");
    }
    return new CreateVaultBody(vault, billing);
  }

  List<NamedResource> resources() {
    return vault.objects("resources", NamedResource::of);
  }

  /** Null for none. */
  UUID backupPolicyId() {
    return vault.id("backup_policy_id");
  }

  VaultCommand.CreateVault command(List<KnownResource> resources) {
    return new VaultCommand.CreateVault(
        settings(),
        resources,
        vault.objects("tags", tag -> tag.as(Tag.class)),
        vault.text("backup_policy_id"));
  }

  private VaultSettings settings() {
    return new VaultSettings(
        vault.text("name"),
        vault.text("description"),
        billing.text("object_type"),
        billing.text("protect_type"),
        billing.text("consistent_level"),
        billing.text("cloud_type"),
        billing.text("charging_mode"),
        billing.number("size"),
        billing.flag("is_multi_az"),
        vault.flag("auto_bind"),
        vault.object("bind_rules").objects("tags", tag -> tag.as(Tag.class)),
        vault.flag("auto_expand"),
        vault.number("threshold"),
        vault.flag("smn_notify"),
        vault.flag("demand_billing"),
        vault.flag("locked"),
        vault.text("backup_name_prefix"),
        vault.text("enterprise_project_id"),
        vault.text("sys_lock_source_service"),
        vault.text("availability_zone"));
  }
}
