/* The file in which a person confirms which parties are the same: schemas/matches.rng. */
#ifndef CR_IDENTITY_MATCHES_FILE_H
#define CR_IDENTITY_MATCHES_FILE_H

#define CR_MATCHES_NAMESPACE "urn:crible:matches:1"

#endif
