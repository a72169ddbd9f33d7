package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.model.DomainProjectsInfo;
import com.huaweicloud.sdk.cbr.v1.model.ListDomainProjectsRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListProjectsRequest;
import com.huaweicloud.sdk.cbr.v1.model.ProjectsListInfo;
import com.huaweicloud.sdk.cbr.v1.model.ShowDomainRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowDomainResponse;
import io.coffer.systemtests.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class ProjectsIT {

  @Test
  @Covers({"ListProjects", "ListDomainProjects", "ShowDomain"})
  void tellsTheProjectsOfTheDomain(Sdk sdk) {
    JsonNode credentials = sdk.stack().credentials();
    String domain = credentials.path("domain").asText();

    assertThat(sdk.client().listProjects(new ListProjectsRequest()).getProjects())
        .extracting(ProjectsListInfo::getName)
        .containsExactlyInAnyOrder("region-1", "region-2");
    assertThat(
            sdk.client()
                .listDomainProjects(new ListDomainProjectsRequest().withDomainName(domain))
                .getProjects())
        .extracting(DomainProjectsInfo::getProjectId)
        .containsExactlyInAnyOrderElementsOf(credentials.path("projects").findValuesAsText("id"));
    ShowDomainResponse shown =
        sdk.client().showDomain(new ShowDomainRequest().withSourceProjectId(sdk.project().id()));
    assertThat(shown.getProjectId()).isEqualTo(sdk.project().id());
    assertThat(shown.getProjectName()).isEqualTo("region-1");
    assertThat(shown.getDomainName()).isEqualTo(domain);
    assertThat(shown.getDomainId()).isEqualTo(credentials.path("domain_id").asText());
  }
}
