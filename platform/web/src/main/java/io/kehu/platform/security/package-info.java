/**
 * Authentication and authorization: configures every servlet service as an OAuth2
 * resource server.
 */
@NullMarked
package io.kehu.platform.security;

import org.jspecify.annotations.NullMarked;
