/**
 * The pages and the endpoints that a browser or a client meets.
 */
@NullMarked
package io.kehu.auth.login;

import org.jspecify.annotations.NullMarked;
