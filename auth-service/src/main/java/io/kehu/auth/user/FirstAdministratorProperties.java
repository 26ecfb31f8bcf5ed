package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account that is created if there are no users.
 *
 * @param username the user name
 * @param password the password
 */
@ConfigurationProperties("kehu.auth.admin")
record FirstAdministratorProperties(@Nullable String username, @Nullable String password) {
}
