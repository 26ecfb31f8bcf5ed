/**
 * Reads files as companies have them: what they are is found out from their bytes, and
 * each line that does not fit is reported with its number.
 */
@NullMarked
package io.kehu.migration.intake;

import org.jspecify.annotations.NullMarked;
