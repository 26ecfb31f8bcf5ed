/**
 * Who did what, in one place.
 */
@NullMarked
package io.kehu.auth.audit;

import org.jspecify.annotations.NullMarked;
