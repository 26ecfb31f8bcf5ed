/**
 * Generation of record ids.
 */
@NullMarked
package io.kehu.platform.id;

import org.jspecify.annotations.NullMarked;
