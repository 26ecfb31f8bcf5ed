/**
 * Dry runs of requests, which validate a change without making it.
 */
@NullMarked
package io.kehu.platform.rehearsal;

import org.jspecify.annotations.NullMarked;
