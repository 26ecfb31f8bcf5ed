/**
 * Login pages and protocol endpoints.
 */
@NullMarked
package io.kehu.auth.login;

import org.jspecify.annotations.NullMarked;
