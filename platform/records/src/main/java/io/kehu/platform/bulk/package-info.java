/**
 * Bulk loads of newline-delimited JSON with bounded memory use.
 */
@NullMarked
package io.kehu.platform.bulk;

import org.jspecify.annotations.NullMarked;
