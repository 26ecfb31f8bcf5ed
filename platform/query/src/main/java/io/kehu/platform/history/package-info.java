/**
 * Who changed what, when, from what to what.
 */
@NullMarked
package io.kehu.platform.history;

import org.jspecify.annotations.NullMarked;
