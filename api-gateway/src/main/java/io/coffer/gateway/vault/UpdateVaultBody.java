package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.request.Check;
import java.util.List;
import java.util.UUID;

/** The body of PUT /vaults/{vault_id} (tables 4-202 and 4-203). What is absent stays as it is. */
record UpdateVaultBody(Vault vault) {

  record Vault(
      String name,
      Billing billing,
      Boolean autoBind,
      BindRulesBody bindRules,
      Boolean autoExpand,
      Integer threshold,
      Boolean smnNotify,
      Boolean locked) {}

  record Billing(String consistentLevel, Integer size) {}

  VaultCommand.UpdateVault command(UUID vaultId) {
    Vault v = Check.present("vault", vault);
    Billing billing = Check.or(v.billing(), new Billing(null, null));
    List<Tag> bindRules = BindRulesBody.tags("vault.bind_rules", v.bindRules());
    return new VaultCommand.UpdateVault(
        vaultId,
        Check.text("vault.name", v.name(), 1, 64),
        Check.range("vault.billing.size", billing.size(), 1, CreateVaultBody.LARGEST_GB),
        Check.oneOf(
            "vault.billing.consistent_level",
            billing.consistentLevel(),
            CreateVaultBody.CONSISTENT_LEVELS),
        v.autoBind(),
        bindRules,
        v.autoExpand(),
        Check.range("vault.threshold", v.threshold(), 1, 100),
        v.smnNotify(),
        v.locked());
  }
}
