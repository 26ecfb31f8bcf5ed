/**
 * Files that are brought over HTTP, piece by piece or at once, and where they are kept.
 */
@NullMarked
package io.kehu.migration.upload;

import org.jspecify.annotations.NullMarked;
