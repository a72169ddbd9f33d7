package io.coffer.billing.lifetime;

import io.coffer.billing.arrears.GraceSettings;
import io.smallrye.config.ConfigMapping;

/** What becomes of what was bought for a time that is over. */
@ConfigMapping(prefix = "coffer.subscriptions")
public interface LifetimeSettings extends GraceSettings {}
