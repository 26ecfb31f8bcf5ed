package io.kehu.auth.factor;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who needs a second factor whatever their roles say themselves.
 *
 * @param requiredRoles the names of roles whose holders need one
 */
@ConfigurationProperties("kehu.auth.second-factor")
record FactorProperties(@DefaultValue Set<String> requiredRoles) {
}
