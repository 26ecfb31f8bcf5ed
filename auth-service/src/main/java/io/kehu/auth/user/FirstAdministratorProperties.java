package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account that is made when there is none yet.
 *
 * @param username the name to log in with
 * @param password the password to log in with
 */
@ConfigurationProperties("kehu.auth.admin")
record FirstAdministratorProperties(@Nullable String username, @Nullable String password) {
}
