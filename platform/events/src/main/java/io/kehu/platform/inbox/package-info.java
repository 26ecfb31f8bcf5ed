/**
 * Consumes what happened elsewhere: each version of an aggregate takes effect once, in
 * order, in one transaction with its effect.
 */
@NullMarked
package io.kehu.platform.inbox;

import org.jspecify.annotations.NullMarked;
