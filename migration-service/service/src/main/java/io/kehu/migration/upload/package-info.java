/**
 * Uploads of files, in pieces or at once, and where they are kept.
 */
@NullMarked
package io.kehu.migration.upload;

import org.jspecify.annotations.NullMarked;
