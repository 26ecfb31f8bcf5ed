package io.kehu.auth.login;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are answered.
 *
 * @param refusedAfter the time after which every refused login is answered; longer than
 * any accepted hash takes to compute
 */
@ConfigurationProperties("kehu.auth.login")
record LoginProperties(@DefaultValue("500ms") Duration refusedAfter) {
}
