package io.coffer.billing.arrears;

import io.smallrye.config.ConfigMapping;

/** What becomes of who does not pay for use. */
@ConfigMapping(prefix = "coffer.arrears")
public interface ArrearsSettings extends GraceSettings {}
