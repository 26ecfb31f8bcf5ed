/**
 * What tokens say, and how long their traces are kept.
 */
@NullMarked
package io.kehu.auth.token;

import org.jspecify.annotations.NullMarked;
