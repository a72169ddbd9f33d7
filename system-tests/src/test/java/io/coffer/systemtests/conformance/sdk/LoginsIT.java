package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.SdkException;
import com.huaweicloud.sdk.core.region.Region;
import io.coffer.systemtests.conformance.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that are told a region, not a project. */
@ExtendWith(SdkTests.class)
class LoginsIT {

  private Sdk sdk;
  private JsonNode account;

  @BeforeEach
  void look(Sdk sdk) {
    this.sdk = sdk;
    account = sdk.stack().credentials();
  }

  @Test
  @Covers("ListKeystoneProjects")
  void findTheirProjectByTheRegion() {
    makesAVaultIn(sdk.project().id(), of("region-1", keys()).build());
    makesAVaultIn(account.at("/projects/1/id").asText(), of("region-2", keys()).build());
  }

  @Test
  void tellThatARegionHasNoProject() {
    ClientBuilder<CbrClient> nowhere = of("nowhere", keys());
    assertThatThrownBy(nowhere::build).isInstanceOf(SdkException.class);
  }

  @Test
  void signWithAKeyThatIsDerivedForTheRegion() {
    BasicCredentials derived =
        keys().withDerivedPredicate(BasicCredentials.DEFAULT_DERIVED_PREDICATE);
    CbrClient client = of("region-1", derived).withDerivedAuthServiceName("cbr").build();
    makesAVaultIn(sdk.project().id(), client);
  }

  private static void makesAVaultIn(String project, CbrClient client) {
    String made = client.createVault(Requests.create(Requests.vault("ä login"))).getVault().getId();
    assertThat(client.showVault(new ShowVaultRequest().withVaultId(made)).getVault().getProjectId())
        .isEqualTo(project);
    client.deleteVault(new DeleteVaultRequest().withVaultId(made));
  }

  private ClientBuilder<CbrClient> of(String region, BasicCredentials keys) {
    return CbrClient.newBuilder()
        .withCredential(keys)
        .withRegion(new Region(region, account.path("endpoint").asText()));
  }

  private BasicCredentials keys() {
    return new BasicCredentials()
        .withAk(account.path("access_key").asText())
        .withSk(account.path("secret_key").asText())
        .withIamEndpoint(account.path("endpoint").asText());
  }
}
