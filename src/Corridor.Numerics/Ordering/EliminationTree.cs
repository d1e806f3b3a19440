namespace Corridor.Numerics.Ordering;

/// <summary>The elimination tree of a symmetric pattern in its given order, its postorder and the column counts of its factor.</summary>
public sealed class EliminationTree
{
    private EliminationTree(int[] parent) => Parent = parent;

    /// <summary>Parent of each node, −1 for a root; a parent's number is larger.</summary>
    public int[] Parent { get; }

    /// <summary>Builds the tree: J. W. H. Liu, ACM Trans. Math. Softw. 12 (1986) 127–148, with path compression.</summary>
    public static EliminationTree Build(SymmetricGraph graph)
    {
        int n = graph.Count;
        int[] parent = new int[n];
        int[] ancestor = new int[n];
        for (int j = 0; j < n; j++)
        {
            parent[j] = -1;
            ancestor[j] = -1;
            for (int p = graph.Start[j]; p < graph.Start[j + 1]; p++)
            {
                for (int i = graph.Neighbour[p]; i != -1 && i < j;)
                {
                    int up = ancestor[i];
                    ancestor[i] = j;
                    if (up == -1)
                        parent[i] = j;
                    i = up;
                }
            }
        }

        return new EliminationTree(parent);
    }

    /// <summary>An order of the nodes in which every subtree is contiguous and children come before parents.</summary>
    public int[] Postorder()
    {
        int n = Parent.Length;
        int[] child = new int[n];
        int[] sibling = new int[n];
        Array.Fill(child, -1);
        for (int i = n - 1; i >= 0; i--)
        {
            if (Parent[i] < 0)
                continue;
            sibling[i] = child[Parent[i]];
            child[Parent[i]] = i + 1;
        }

        // child and sibling hold node + 1 so that 0 can end a chain.
        int[] order = new int[n];
        int[] stack = new int[n];
        int done = 0;
        for (int root = 0; root < n; root++)
        {
            if (Parent[root] >= 0)
                continue;
            int top = 0;
            stack[top++] = root;
            while (top > 0)
            {
                int i = stack[top - 1];
                if (child[i] > 0)
                {
                    int next = child[i] - 1;
                    child[i] = sibling[next];
                    stack[top++] = next;
                }
                else
                {
                    order[done++] = i;
                    top--;
                }
            }
        }

        return order;
    }

    /// <summary>
    /// Nonzeros of each column of the factor, the diagonal included: J. R. Gilbert, E. G. Ng, B. W. Peyton,
    /// SIAM J. Matrix Anal. Appl. 15 (1994) 1075–1091. Nearly linear in the entries of the matrix.
    /// </summary>
    /// <param name="graph">The pattern this tree was built from.</param>
    /// <param name="postorder">The tree's postorder.</param>
    public int[] ColumnCounts(SymmetricGraph graph, int[] postorder)
    {
        int n = Parent.Length;
        int[] first = new int[n];
        int[] delta = new int[n];
        int[] latestLeaf = new int[n];
        int[] largestFirst = new int[n];
        int[] ancestor = new int[n];
        Array.Fill(first, -1);
        Array.Fill(latestLeaf, -1);
        Array.Fill(largestFirst, -1);
        for (int k = 0; k < n; k++)
        {
            int j = postorder[k];
            delta[j] = first[j] == -1 ? 1 : 0;
            for (; j != -1 && first[j] == -1; j = Parent[j])
                first[j] = k;
        }

        for (int i = 0; i < n; i++)
            ancestor[i] = i;
        for (int k = 0; k < n; k++)
        {
            int j = postorder[k];
            if (Parent[j] != -1)
                delta[Parent[j]]--;
            for (int p = graph.Start[j]; p < graph.Start[j + 1]; p++)
            {
                int i = graph.Neighbour[p];
                if (i <= j || first[j] <= largestFirst[i])
                    continue;

                // j is a leaf of the subtree of row i.
                largestFirst[i] = first[j];
                delta[j]++;
                int previous = latestLeaf[i];
                latestLeaf[i] = j;
                if (previous == -1)
                    continue;
                int common = previous;
                while (common != ancestor[common])
                    common = ancestor[common];
                for (int s = previous; s != common;)
                {
                    int up = ancestor[s];
                    ancestor[s] = common;
                    s = up;
                }

                delta[common]--;
            }

            if (Parent[j] != -1)
                ancestor[j] = Parent[j];
        }

        for (int k = 0; k < n; k++)
        {
            int j = postorder[k];
            if (Parent[j] != -1)
                delta[Parent[j]] += delta[j];
        }

        return delta;
    }
}
