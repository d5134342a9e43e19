// Every run tries the same random cases, so that a red run is a change and never chance. `LIGAO_SEED=1 npx mocha …` tries others.

import fc from 'fast-check'

const given = Number(process.env.LIGAO_SEED)
fc.configureGlobal({ seed: process.env.LIGAO_SEED ? given : 20_261_201 })
