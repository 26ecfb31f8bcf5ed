/**
 * The life of a record over HTTP: versions, merge patches, its journal.
 */
@NullMarked
package io.kehu.platform.record;

import org.jspecify.annotations.NullMarked;
