package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesRequest.OperationTypeEnum;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesResponse;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class PoliciesIT {

  @Test
  @Covers("ListPolicies")
  void aProjectHasNoneYet(Sdk sdk) {
    String vault =
        sdk.client().createVault(Requests.create(Requests.vault("plain"))).getVault().getId();
    for (ListPoliciesRequest request :
        List.of(
            new ListPoliciesRequest(),
            new ListPoliciesRequest().withOperationType(OperationTypeEnum.REPLICATION),
            new ListPoliciesRequest().withVaultId(vault))) {
      ListPoliciesResponse listed = sdk.client().listPolicies(request);
      assertThat(listed.getPolicies()).isEmpty();
      assertThat(listed.getCount()).isZero();
    }
  }
}
