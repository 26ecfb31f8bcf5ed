package io.kehu.platform.security;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What dangerous things want of a login besides that it is recent.
 *
 * @param acr the class that the login must have, such as
 * {@code urn:kehu:acr:two-factors}, or null when any will do
 */
@ConfigurationProperties("kehu.security.step-up")
record StepUpProperties(@Nullable String acr) {
}
