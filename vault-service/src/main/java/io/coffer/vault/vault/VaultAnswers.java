package io.coffer.vault.vault;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Loading;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is told about one vault; null when it is not there or not this project's. */
@ApplicationScoped
class VaultAnswers {

  private final VaultStore vaults;
  private final ResourceStore resources;

  VaultAnswers(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  Uni<Answer> of(String project, UUID id) {
    return Loading.of(vaults.of(project, id))
        .then(row -> resources.inVault(project, id))
        .as(VaultAnswers::answer);
  }

  /** Of a vault that is known to have no resources. */
  Uni<Answer> ofEmpty(String project, UUID id) {
    return vaults.of(project, id).map(row -> answer(row, List.of()));
  }

  private static Answer answer(VaultRow row, List<ResourceRow> resources) {
    return Answer.ok(new VaultView.One(VaultView.of(row, resources)));
  }
}
