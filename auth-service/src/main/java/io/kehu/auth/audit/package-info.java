/**
 * The audit log.
 */
@NullMarked
package io.kehu.auth.audit;

import org.jspecify.annotations.NullMarked;
