/**
 * Encryption of values in the database and in copies of them: AES-256-GCM with keys that
 * rotate, and a keyed index by which sealed values can be found.
 */
@NullMarked
package io.kehu.platform.sealing;

import org.jspecify.annotations.NullMarked;
