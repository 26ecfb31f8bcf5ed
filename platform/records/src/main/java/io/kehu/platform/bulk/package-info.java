/**
 * Bulk loads: lines in, results out, memory flat.
 */
@NullMarked
package io.kehu.platform.bulk;

import org.jspecify.annotations.NullMarked;
