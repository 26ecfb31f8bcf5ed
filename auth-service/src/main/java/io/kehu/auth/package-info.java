/**
 * The identity service: people and programs log in here and get their tokens.
 */
@NullMarked
package io.kehu.auth;

import org.jspecify.annotations.NullMarked;
