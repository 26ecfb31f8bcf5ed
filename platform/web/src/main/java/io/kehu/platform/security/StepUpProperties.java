package io.kehu.platform.security;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Requirements on the login, besides its age, for operations marked with
 * {@link RecentLogin}.
 *
 * @param acr the required authentication context class, such as
 * {@code urn:kehu:acr:two-factors}, or null if any is accepted
 */
@ConfigurationProperties("kehu.security.step-up")
record StepUpProperties(@Nullable String acr) {
}
