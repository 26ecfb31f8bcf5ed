/**
 * Loading of chunks together with their checkpoints.
 */
@NullMarked
package io.kehu.migration.move.load;

import org.jspecify.annotations.NullMarked;
