/** Common TeX commands, for "did you mean". */
export const commands: readonly string[] = `
  alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi
  varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi
  Pi Sigma Upsilon Phi Psi Omega aleph beth hbar ell wp Re Im imath jmath partial nabla infty
  emptyset varnothing forall exists nexists neg top bot angle triangle square
  frac dfrac tfrac cfrac binom dbinom tbinom sqrt sum prod coprod int iint iiint oint bigcup bigcap
  bigoplus bigotimes bigvee bigwedge lim liminf limsup max min sup inf arg det dim ker deg exp ln log
  lg sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth gcd hom mod bmod pmod Pr limits nolimits
  left right middle big Big bigg Bigg bigl bigr Bigl Bigr lvert rvert lVert rVert langle rangle lceil
  rceil lfloor rfloor vert Vert
  times div cdot ast star circ bullet pm mp oplus ominus otimes oslash odot cap cup sqcap sqcup vee
  wedge setminus wr amalg dagger ddagger le leq ge geq ne neq ll gg approx equiv sim simeq cong propto
  prec succ preceq succeq subset supset subseteq supseteq subsetneq in ni notin mid parallel perp
  vdash models asymp doteq not
  to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow implies
  impliedby iff uparrow downarrow updownarrow nearrow searrow hookrightarrow longrightarrow
  longleftarrow longmapsto rightharpoonup rightleftharpoons xrightarrow xleftarrow
  hat widehat tilde widetilde bar overline underline vec dot ddot acute grave breve check overbrace
  underbrace overset underset stackrel overrightarrow cancel boxed
  mathbb mathbf mathcal mathfrak mathit mathrm mathscr mathsf mathtt boldsymbol bm operatorname text
  textbf textit textrm color textcolor
  quad qquad dots ldots cdots vdots ddots prime phantom hspace displaystyle textstyle substack
  begin end label tag ref eqref ce pu newcommand DeclareMathOperator
`
  .trim()
  .split(/\s+/);

export const environments: readonly string[] = `
  aligned align align* alignedat gathered gather gather* split equation equation* array matrix pmatrix
  bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases rcases CD multline multline*
`
  .trim()
  .split(/\s+/);
